package community.haven.account;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A download on its way, or one that can be fetched.
 *
 * @param done how much of it has been read
 * @param of how much there is to read; 0 until that is known
 * @param bytes how large it is; absent until it is ready
 * @param expiresAt until when it can be fetched
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DownloadView(UUID id, State state, long done, long of, Long bytes, Instant askedAt, Instant expiresAt) {

    enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("working")
        WORKING,
        @JsonProperty("ready")
        READY,
        @JsonProperty("failed")
        FAILED
    }
}
