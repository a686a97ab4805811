package community.haven.live.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import community.haven.account.Rate;
import community.haven.notice.NoticeView;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError;
import community.haven.shared.Refusal;
import community.haven.shared.Words;

/** What the server says of itself or in answer to a client; events of a room come beside these, as its history has them. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = ServerFrame.Welcome.class, name = "welcome"),
        @JsonSubTypes.Type(value = ServerFrame.Joined.class, name = "joined"),
        @JsonSubTypes.Type(value = ServerFrame.CaughtUp.class, name = "caughtUp"),
        @JsonSubTypes.Type(value = ServerFrame.Saved.class, name = "saved"),
        @JsonSubTypes.Type(value = ServerFrame.Done.class, name = "done"),
        @JsonSubTypes.Type(value = ServerFrame.Present.class, name = "present"),
        @JsonSubTypes.Type(value = ServerFrame.Told.class, name = "told"),
        @JsonSubTypes.Type(value = ServerFrame.NoticesRead.class, name = "noticesRead"),
        @JsonSubTypes.Type(value = ServerFrame.Marked.class, name = "marked"),
        @JsonSubTypes.Type(value = ServerFrame.Left.class, name = "left"),
        @JsonSubTypes.Type(value = ServerFrame.Renewed.class, name = "renewed"),
        @JsonSubTypes.Type(value = ServerFrame.QuietChanged.class, name = "quietChanged"),
        @JsonSubTypes.Type(value = ServerFrame.Failure.class, name = "failure")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerFrame {

    /** The first frame of every connection. */
    record Welcome(String protocol, Self person, Instant expiresAt, Limits limits) implements ServerFrame {
    }

    /** Who the server takes the client for. */
    record Self(UUID id, String handle) {

        @Override
        public String toString() {
            return "Self[id=%s]".formatted(id);
        }
    }

    /**
     * @param frameBytes the most that one message of the client may have
     * @param textLength the most code points of a said text
     * @param messages how many one person says in one room, unless they look after it; then {@code too-many-requests} says when
     *        to
     *        go on
     * @param support how often one person gives support in one room
     */
    record Limits(int frameBytes, int textLength, Quota messages, Quota support) {
    }

    /** So many at once; afterwards they come back evenly within these seconds. */
    record Quota(int count, long seconds) {

        public static Quota of(Rate rate) {
            return new Quota(rate.tries(), rate.within().toSeconds());
        }
    }

    /**
     * @param head the newest sequence number at the moment of joining; 0 in a room where nothing has happened
     * @param named whether the others see this person's name while they are here; absent for whoever is no member and is not
     *        among those present
     */
    record Joined(String ref, UUID room, long head, Boolean named) implements ServerFrame {
    }

    /** Everything up to here has been sent; what follows is live. */
    record CaughtUp(UUID room, long seq) implements ServerFrame {
    }

    /** The message is stored and will be seen by whoever is in the room. */
    record Saved(String ref, UUID room, String key, long seq, Instant at) implements ServerFrame {
    }

    /** What was asked for has been done and is committed. */
    record Done(String ref, UUID room) implements ServerFrame {
    }

    /**
     * Who is in a room just now, told again at times when that has changed. Whoever drops out for a moment is still there.
     *
     * @param count how many
     * @param people those who choose to be named, at most {@link #MOST_NAMED}
     */
    record Present(UUID room, int count, List<Self> people) implements ServerFrame {

        public static final int MOST_NAMED = 50;

        /** The same without these names. They count all the same. */
        public Present without(Set<UUID> unnamed) {
            return new Present(room, count, people.stream().filter(one -> !unnamed.contains(one.id())).toList());
        }
    }

    /** Something that concerns this person alone; they find it among their notices later as well. */
    record Told(NoticeView notice) implements ServerFrame {
    }

    /** This person has fewer unread notices: read or deleted here or on another device. */
    record NoticesRead() implements ServerFrame {
    }

    /** How far this person has read in a room, here or on another device. Nobody else is told. */
    record Marked(UUID room, long seq) implements ServerFrame {
    }

    /** @param ref {@code null} when the server ended the stream, because the membership ended */
    record Left(String ref, UUID room) implements ServerFrame {
    }

    record Renewed(String ref, Instant expiresAt) implements ServerFrame {
    }

    /**
     * Whom this person has muted has changed, here or on another device. All rooms are left: join them again, and read them
     * anew.
     */
    record QuietChanged() implements ServerFrame {
    }

    /**
     * @param ref {@code null} when the frame's own could not be read
     * @param code the {@link ErrorCode} on the wire
     * @param message what happened
     * @param next what to do now
     * @param retryAfterMs when the same frame may be sent again
     * @param errors the fields that were wrong; absent when none
     * @param until when it will be possible; absent when nobody knows
     */
    record Failure(String ref, String code, String message, String next, Long retryAfterMs,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
            @JsonInclude(JsonInclude.Include.NON_NULL) Instant until) implements ServerFrame {

        public static Failure of(String ref, Refusal refusal) {
            ErrorCode code = refusal.code();
            return new Failure(ref, code.code(), Words.title(code), Words.next(refusal),
                    refusal.retryAfter().map(wait -> wait.toMillis()).orElse(null), refusal.fields(),
                    refusal.until().orElse(null));
        }
    }
}
