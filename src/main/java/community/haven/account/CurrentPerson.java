package community.haven.account;

import jakarta.enterprise.context.RequestScoped;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import io.quarkus.security.identity.SecurityIdentity;

/** Who sent the request that is being answered. */
@RequestScoped
public class CurrentPerson {

    private final SecurityIdentity identity;

    CurrentPerson(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * @throws Refusal {@code not-signed-in}
     */
    public Person get() {
        Person person = identity.getAttribute(Person.ATTRIBUTE);
        if (person == null) {
            throw Refusal.of(ErrorCode.NOT_SIGNED_IN);
        }
        return person;
    }
}
