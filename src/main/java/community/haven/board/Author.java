package community.haven.board;

import java.util.Map;
import java.util.UUID;

import community.haven.shared.Words;

/**
 * Whose word something is.
 *
 * @param handle {@code null} for the editors
 * @param name what to show: the handle, or "Haven's editors"
 * @param role what they were when they published it
 */
public record Author(String handle, String name, AuthorRole role) {

    static Author of(UUID account, AuthorRole role, Map<UUID, String> handles) {
        if (account == null) {
            return new Author(null, Words.notice("editors"), role);
        }
        String handle = handles.get(account);
        return new Author(handle, handle, role);
    }
}
