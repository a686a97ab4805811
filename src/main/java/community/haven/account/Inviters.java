package community.haven.account;

import jakarta.inject.Singleton;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** Who may invite, and as whom. Asked anew each time: whoever is a host no longer may no longer. */
@Singleton
class Inviters {

    private final Guard guard;
    private final Hosts hosts;
    private final SignUpConfig config;

    Inviters(Guard guard, Hosts hosts, SignUpConfig config) {
        this.guard = guard;
        this.hosts = hosts;
        this.config = config;
    }

    /** By what they are, whatever measures are in force: so that a page can lead them to their invitations. */
    boolean mayInvite(Person person) {
        return person.actingRole().isAtLeast(config.invitationsBy().least()) || isAsHost(person);
    }

    /**
     * @param asHost what it is when a host does it
     * @throws Refusal {@code not-allowed} when others may invite here, and as {@link Guard#allow} does
     */
    Inviter allow(Person person, Act asHost) {
        if (isAsHost(person)) {
            guard.allow(person, asHost);
            return Inviter.HOST;
        }
        guard.allow(person, Act.INVITE);
        if (!person.role().isAtLeast(config.invitationsBy().least())) {
            throw Refusal.of(ErrorCode.NOT_ALLOWED);
        }
        return Inviter.STAFF;
    }

    private boolean isAsHost(Person person) {
        return config.invitationsBy() == InvitationsBy.HOST && !person.isStaff() && hosts.isHostSomewhere(person.id());
    }
}
