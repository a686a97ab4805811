package community.haven.account;

import java.security.Key;
import java.security.PublicKey;
import java.time.Clock;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;

/** Lets SmallRye JWT verify with the key that the token names, out of {@link Keys} and nowhere else. */
@Alternative
@Priority(1)
@ApplicationScoped
class AccessTokenReader extends JWTCallerPrincipalFactory {

    /** Each is as large as what a socket keeps of its own token, and the same. */
    private static final int REMEMBERED = 4_096;

    private final DefaultJWTTokenParser parser;
    private final AccessTokens tokens;
    private final Keys keys;
    private final Clock clock;
    private final Cache<String, Verified> verified = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    AccessTokenReader(Keys keys, AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.keys = keys;
        this.clock = clock;
        this.parser = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo demands) {
                return (token, nested) -> keyOf(token);
            }
        };
    }

    /**
     * A signature is verified once for each token and key, since that is what a request costs most. Whatever can change about a
     * token that was good is asked each time: here whether it has ended and its key is still there, by {@link PersonAugmentor}
     * whether its session lives.
     */
    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo demands) throws ParseException {
        Verified earlier = verified.getIfPresent(token);
        if (earlier != null && isStillGood(earlier)) {
            return earlier.principal();
        }
        Verified now = verify(token, demands);
        verified.put(token, now);
        return now.principal();
    }

    private Verified verify(String token, JWTAuthContextInfo demands) throws ParseException {
        JwtContext context = parser.parse(token, demands);
        JWTCallerPrincipal principal = new DefaultJWTCallerPrincipal(context.getJwtClaims());
        if (!tokens.isAccess(principal)) {
            throw new ParseException("Not an access token");
        }
        return new Verified(principal, context.getJoseObjects().get(0).getKeyIdHeaderValue());
    }

    private boolean isStillGood(Verified token) {
        return clock.instant().getEpochSecond() < token.principal().getExpirationTime()
                && keys.publicKey(token.keyId()) != null;
    }

    private Key keyOf(JsonWebSignature token) throws UnresolvableKeyException {
        String name = token.getKeyIdHeaderValue();
        PublicKey key = name == null ? null : keys.publicKey(name);
        if (key == null) {
            throw new UnresolvableKeyException("No key of that name");
        }
        return key;
    }

    private record Verified(JWTCallerPrincipal principal, String keyId) {

        @Override
        public String toString() {
            return "Verified[" + keyId + "]";
        }
    }
}
