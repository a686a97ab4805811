package community.haven.account;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.jwt.JsonWebToken;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/**
 * Puts the {@link Person} of a living session in the place of what the token says, for REST and for the socket's upgrade
 * alike. A token outlives a sign-out or a new role; the database does not.
 */
@ApplicationScoped
class PersonAugmentor implements SecurityIdentityAugmentor {

    private final Accounts accounts;

    PersonAugmentor(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? context.runBlocking(() -> withPerson(identity, token))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity withPerson(SecurityIdentity identity, JsonWebToken token) {
        Person person = accounts.personOf(token)
                .orElseThrow(() -> new AuthenticationFailedException(Refusal.of(ErrorCode.SESSION_ENDED)));
        return QuarkusSecurityIdentity.builder(identity).addAttribute(Person.ATTRIBUTE, person).build();
    }
}
