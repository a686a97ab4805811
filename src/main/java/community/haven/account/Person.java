package community.haven.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Who is asking, as the database knows them at this moment (not as their token once said).
 *
 * @param id the account
 * @param handle as they write it
 * @param role site role
 * @param session the session they came with
 * @param agreed whether they have agreed to the current version of the guidelines
 * @param state what they have decided about their account
 * @param standing how measures limit them
 * @param provenAt when they last proved in this session that it is them
 */
public record Person(UUID id, String handle, Role role, UUID session, boolean agreed, AccountState state, Standing standing,
        Instant provenAt) {

    /** Where a {@code SecurityIdentity} carries the person. */
    public static final String ATTRIBUTE = "person";

    public boolean isStaff() {
        return role.isAtLeast(Role.MODERATOR);
    }
}
