package community.haven.meeting;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A session as one person sees it.
 *
 * @param roomName what the room is called
 * @param host who looks after it now; absent while they have withdrawn, or have left Haven
 * @param opensAt when the soft opening begins
 * @param until when what was half written can be sent no more; absent unless it is closing
 * @param hostGone whether it closes because its host has dropped
 * @param placesLeft how many more can come
 * @param mine whether the person who asks comes
 * @param everyWeek whether they come every week
 * @param leads whether they look after it
 * @param mayLead whether they may change it or take over
 * @param version changes with every edit; what {@code If-Match} refers to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeetingView(UUID id, UUID room, String roomName, Times series, String title, Somebody host, Instant startsAt,
        Instant endsAt, Instant opensAt, MeetingState state, Instant until, boolean hostGone, int places, int placesLeft,
        Mine mine, boolean everyWeek, boolean leads, boolean mayLead, int version) {

    record Somebody(UUID id, String handle) {
    }

    /**
     * The series it belongs to.
     *
     * @param zone where the clock on the wall hangs by which it is held
     * @param version what {@code If-Match} refers to when the series is changed
     */
    record Times(UUID id, boolean weekly, String zone, int version) {

        static Times of(Series series) {
            return new Times(series.id(), series.weekly(), series.zone().getId(), series.version());
        }
    }

    enum Mine {
        @JsonProperty("none")
        NONE,
        @JsonProperty("place")
        PLACE,
        @JsonProperty("waiting")
        WAITING;

        static Mine of(Boolean held) {
            if (held == null) {
                return NONE;
            }
            return held ? PLACE : WAITING;
        }
    }

    @Override
    public String toString() {
        return "MeetingView[" + id + ", " + state + "]";
    }
}
