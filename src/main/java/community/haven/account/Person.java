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
 * @param secondFactorAt when they last showed their second factor in this session, or {@code null}
 */
public record Person(UUID id, String handle, Role role, UUID session, boolean agreed, AccountState state, Standing standing,
        Instant provenAt, Instant secondFactorAt) {

    /** Where a {@code SecurityIdentity} carries the person. */
    public static final String ATTRIBUTE = "person";

    /** Whether this session was opened or proven with a second factor. */
    public boolean secondFactor() {
        return secondFactorAt != null;
    }

    /** The role that counts here and now: a password alone makes nobody more than a member. */
    public Role actingRole() {
        return secondFactor() ? role : Role.MEMBER;
    }

    /** Whether they may see and do what staff may, now. */
    public boolean isStaff() {
        return actingRole().isAtLeast(Role.MODERATOR);
    }
}
