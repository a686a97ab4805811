package community.haven.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import community.haven.guidelines.RemovalView;
import community.haven.meeting.MeetingState;
import community.haven.room.RoomState;

/**
 * Something that happened in a room, with its number in the room's one gapless order. The JSON is the same over REST and
 * on the live socket. No {@code toString} prints a word that a person wrote.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Entry.Message.class, name = "message"),
        @JsonSubTypes.Type(value = Entry.Removed.class, name = "removed"),
        @JsonSubTypes.Type(value = Entry.Restored.class, name = "restored"),
        @JsonSubTypes.Type(value = Entry.Pinned.class, name = "pinned"),
        @JsonSubTypes.Type(value = Entry.Unpinned.class, name = "unpinned"),
        @JsonSubTypes.Type(value = Entry.RoomChanged.class, name = "roomChanged"),
        @JsonSubTypes.Type(value = Entry.Session.class, name = "session"),
        @JsonSubTypes.Type(value = Entry.HostsChanged.class, name = "hostsChanged"),
        @JsonSubTypes.Type(value = Entry.Quiet.class, name = "quiet"),
        @JsonSubTypes.Type(value = Entry.Erased.class, name = "erased"),
        @JsonSubTypes.Type(value = Entry.Erasure.class, name = "erasure"),
        @JsonSubTypes.Type(value = Entry.Retracted.class, name = "retracted"),
        @JsonSubTypes.Type(value = Entry.Retraction.class, name = "retraction"),
        @JsonSubTypes.Type(value = Entry.Supported.class, name = "supported"),
        @JsonSubTypes.Type(value = Entry.Unsupported.class, name = "unsupported") })
public sealed interface Entry {

    UUID room();

    long seq();

    Instant at();

    /** Whose words these are; {@code null} where they are nobody's or nobody may know. */
    default UUID authorId() {
        return null;
    }

    /**
     * Who said something, by the name they have now.
     *
     * @param handle {@code null} while they have withdrawn; the id is then for us alone and not on the wire, since whoever knew
     *        it before would know the name
     */
    record Author(UUID id, String handle) {

        /** What is left out: nobody, and whoever has withdrawn. */
        static final class Unnamed {

            @Override
            public boolean equals(Object author) {
                return author == null || author instanceof Author someone && someone.handle() == null;
            }

            @Override
            public int hashCode() {
                return 0;
            }
        }
    }

    /**
     * Something was said. A removed message keeps its number; who wrote it, what it said and why it was removed are
     * present for its author and for staff alone.
     *
     * @param author not on the wire where its author has withdrawn for a while
     * @param replyTo the number of another message of this room
     * @param announcement {@code true} where a host or staff say it to the whole room, or absent
     * @param removed {@code true} or absent
     * @param support how people are with its author: that somebody is, never who and never how many; absent when nobody is
     * @param ownSupport what of it the person who asks has given; told over REST alone, and to nobody else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(UUID room, long seq, Instant at,
            @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Author.Unnamed.class) Author author, String text,
            Need need, String contentNote, Long replyTo, Boolean announcement, Boolean removed, RemovalView removal,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SupportKind> support,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SupportKind> ownSupport) implements Entry {

        @Override
        public UUID authorId() {
            return author == null ? null : author.id();
        }

        /** What everybody else sees of a removed message: a neutral line that names no rule and no person. */
        static Message neutral(UUID room, long seq, Instant at) {
            return new Message(room, seq, at, null, null, null, null, null, null, true, null, null, null);
        }

        @Override
        public String toString() {
            return "Message[" + room + "/" + seq + ", " + (text == null ? 0 : text.length()) + " characters]";
        }
    }

    /** From here on the message {@code target} is not shown. */
    record Removed(UUID room, long seq, Instant at, long target) implements Entry {
    }

    /**
     * From here on the message {@code target} is shown again.
     *
     * @param message the message as it stands now: without its words if it has been removed once more; absent if the room no
     *        longer keeps it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Restored(UUID room, long seq, Instant at, long target, Message message) implements Entry {

        @Override
        public UUID authorId() {
            return message == null ? null : message.authorId();
        }
    }

    /** From here on the message {@code target} stands at the top of the room, for those who may read it. */
    record Pinned(UUID room, long seq, Instant at, long target) implements Entry {
    }

    /**
     * From here on the message {@code target} is pinned no longer: somebody has unpinned it, or it is not to be read any more.
     */
    record Unpinned(UUID room, long seq, Instant at, long target) implements Entry {
    }

    /** In place of what is kept from this reader, by their own wish; the order goes on, and there is nothing to show. */
    record Quiet(UUID room, long seq, Instant at) implements Entry {

        /** What a reader gets who has muted these people. */
        public static Entry orElse(Entry entry, Set<UUID> muted) {
            UUID author = entry.authorId();
            return author == null || !muted.contains(author) ? entry : new Quiet(entry.room(), entry.seq(), entry.at());
        }
    }

    /** The room has these properties from here on. */
    record RoomChanged(UUID room, long seq, Instant at, String name, String topic, String purpose, RoomState state,
            int slowModeSeconds, @JsonInclude(JsonInclude.Include.NON_NULL) Instant newcomersClosedUntil)
            implements
                Entry {

        @Override
        public String toString() {
            return "RoomChanged[" + room + "/" + seq + ", " + state + "]";
        }
    }

    /** From here on other people look after the room. Who they are is read with the room, and not kept here. */
    record HostsChanged(UUID room, long seq, Instant at) implements Entry {
    }

    /**
     * A session of the room is in this state from here on.
     *
     * @param hostGone whether it closes because its host has dropped
     * @param until when what was half written can be sent no more; absent unless it is closing
     */
    record Session(UUID room, long seq, Instant at, UUID meeting, MeetingState state, boolean hostGone, String title,
            Instant startsAt, Instant endsAt, @JsonInclude(JsonInclude.Include.NON_NULL) Instant until) implements Entry {

        @Override
        public String toString() {
            return "Session[" + room + "/" + seq + ", " + state + "]";
        }
    }

    /**
     * Here somebody spoke who has left Haven for good. Nothing of it is kept but its number.
     *
     * @param line whether a line says so
     */
    record Erased(UUID room, long seq, Instant at, boolean line) implements Entry {
    }

    /**
     * From here on these messages are {@link Erased}.
     *
     * @param line whether a line is shown in their place
     */
    record Erasure(UUID room, long seq, Instant at, List<Long> targets, boolean line) implements Entry {
    }

    /** Here somebody spoke who took it back. A line says so to everybody, and to nobody who it was. */
    record Retracted(UUID room, long seq, Instant at) implements Entry {
    }

    /** From here on the message {@code target} is {@link Retracted}. */
    record Retraction(UUID room, long seq, Instant at, long target) implements Entry {
    }

    /** From here on somebody is with the author of the message {@code target} in this way. */
    record Supported(UUID room, long seq, Instant at, long target, SupportKind kind) implements Entry {
    }

    /** From here on nobody is any more. */
    record Unsupported(UUID room, long seq, Instant at, long target, SupportKind kind) implements Entry {
    }
}
