package community.haven.board;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import community.haven.shared.Words;

/**
 * Whose word something is.
 *
 * @param id of their account; absent for the editors, and for somebody who has withdrawn
 * @param handle {@code null} for the same
 * @param name what to show: the handle, "Haven's editors", or "somebody"
 * @param role what they were when they published it
 */
public record Author(@JsonInclude(JsonInclude.Include.NON_NULL) UUID id, String handle, String name, AuthorRole role) {

    static Author of(UUID account, AuthorRole role, Map<UUID, String> handles) {
        if (account == null) {
            return new Author(null, null, Words.notice("editors"), role);
        }
        String handle = handles.get(account);
        return handle == null ? new Author(null, null, Words.notice("somebody"), role)
                : new Author(account, handle, handle, role);
    }
}
