package community.haven.account;

import java.security.Key;
import java.security.PublicKey;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

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

    private final DefaultJWTTokenParser parser;
    private final AccessTokens tokens;

    AccessTokenReader(Keys keys, AccessTokens tokens) {
        this.tokens = tokens;
        this.parser = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo demands) {
                return (token, nested) -> keyOf(keys, token);
            }
        };
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo demands) throws ParseException {
        JWTCallerPrincipal principal = new DefaultJWTCallerPrincipal(parser.parse(token, demands).getJwtClaims());
        if (!tokens.isAccess(principal)) {
            throw new ParseException("Not an access token");
        }
        return principal;
    }

    private static Key keyOf(Keys keys, JsonWebSignature token) throws UnresolvableKeyException {
        String name = token.getKeyIdHeaderValue();
        PublicKey key = name == null ? null : keys.publicKey(name);
        if (key == null) {
            throw new UnresolvableKeyException("No key of that name");
        }
        return key;
    }
}
