package community.haven.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

/** Being out of sight for as long as one likes, with everything kept. */
@ApplicationScoped
class Rest {

    private final EntityManager entities;
    private final Guard guard;
    private final Event<PersonChanged> changed;

    Rest(EntityManager entities, Guard guard, Event<PersonChanged> changed) {
        this.entities = entities;
        this.guard = guard;
        this.changed = changed;
    }

    /**
     * Somebody who rests already goes on resting.
     *
     * @throws Refusal {@code wrong-state} while they wait for approval or are about to leave
     */
    @Transactional
    void begin(Person person) {
        move(person, AccountState.ACTIVE, AccountState.RESTING);
    }

    /** @throws Refusal {@code wrong-state} while they wait for approval or are about to leave */
    @Transactional
    void end(Person person) {
        move(person, AccountState.RESTING, AccountState.ACTIVE);
    }

    private void move(Person person, AccountState from, AccountState to) {
        guard.allow(person, Act.REST);
        Account account = entities.find(Account.class, person.id(), LockModeType.PESSIMISTIC_WRITE);
        if (account == null || account.state != from && account.state != to) {
            throw Refusal.of(ErrorCode.WRONG_STATE);
        }
        if (account.state == from) {
            account.state = to;
            changed.fire(new PersonChanged(account.id));
        }
    }
}
