package community.haven.room;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import community.haven.account.Person;

/** The rooms where people meet, and who has joined them. */
@ApplicationScoped
public class Rooms {

    /** The room, if this person may know of it; {@code not-found} otherwise. */
    public RoomView openTo(Person person, UUID room) {
        throw new UnsupportedOperationException();
    }

    /** Refuses with {@code not-found} or {@code not-a-member} unless this person may read the room: members may, and staff. */
    public void checkReader(Person person, UUID room) {
        throw new UnsupportedOperationException();
    }

    public boolean member(UUID room, UUID account) {
        throw new UnsupportedOperationException();
    }

    /** Those of the given memberships that exist at this moment. */
    public Set<Membership> membersAmong(Collection<Membership> asked) {
        throw new UnsupportedOperationException();
    }
}
