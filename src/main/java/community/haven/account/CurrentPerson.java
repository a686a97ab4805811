package community.haven.account;

import jakarta.enterprise.context.RequestScoped;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import io.quarkus.security.identity.SecurityIdentity;

/** Who sent the request that is being answered. */
@RequestScoped
public class CurrentPerson {

    private final SecurityIdentity identity;
    private final Guard guard;

    CurrentPerson(SecurityIdentity identity, Guard guard) {
        this.identity = identity;
        this.guard = guard;
    }

    /**
     * Somebody who may be among people.
     *
     * @throws Refusal {@code not-signed-in}, and as {@link Guard#admit} does
     */
    public Person get() {
        Person person = self();
        guard.admit(person);
        return person;
    }

    /**
     * Anybody who is signed in, however they stand: for what belongs to their own account.
     *
     * @throws Refusal {@code not-signed-in}
     */
    public Person self() {
        Person person = identity.getAttribute(Person.ATTRIBUTE);
        if (person == null) {
            throw Refusal.of(ErrorCode.NOT_SIGNED_IN);
        }
        return person;
    }
}
