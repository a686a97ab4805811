/**
 * How people stand: the measures that moderators take, what follows from them at an instant, and what their persons are
 * told.
 * <p>
 * {@link community.haven.standing.Measures} takes them, {@link community.haven.standing.Standings} answers how
 * somebody stands.
 */
package community.haven.standing;
