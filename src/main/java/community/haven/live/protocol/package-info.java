/**
 * The wire of the live socket, version {@code haven.v1}: JSON objects with a {@code type}, one golden file for each in
 * {@code src/test/resources/live}. Frames print lengths, never words.
 */
package community.haven.live.protocol;
