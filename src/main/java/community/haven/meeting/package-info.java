/**
 * Sessions with a host: when they are, who comes, and how they open and close softly. {@link community.haven.meeting.Meetings}
 * answers whether somebody may write in a room that opens for sessions alone.
 */
package community.haven.meeting;
