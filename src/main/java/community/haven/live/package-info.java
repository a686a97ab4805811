/**
 * The live socket: who is connected, which rooms they listen to, and how what was committed reaches them.
 * <p>
 * Every
 * connection belongs to one event loop, and so does all its state: {@link community.haven.live.LiveLoop} is the only door
 * from other threads. Nothing below it needs a lock.
 */
package community.haven.live;
