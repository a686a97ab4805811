package community.haven.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.jwt.JsonWebToken;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.build.Jwt;

/**
 * Makes access tokens and says what has to be true of one that comes back. Whether its session still lives is asked of the
 * database, see {@link PersonAugmentor}.
 */
@Singleton
class AccessTokens {

    static final String SESSION = "sid";
    static final String TYPE = "token_type";
    static final String ACCESS = "access";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Keys keys;
    private final AccountConfig.Token config;
    private final Clock clock;

    AccessTokens(Keys keys, AccountConfig config, Clock clock) {
        this.keys = keys;
        this.config = config.token();
        this.clock = clock;
    }

    /** A token for this session, for no longer than the session itself. */
    Issued issue(Session session) {
        // Tokens count in whole seconds.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(config.life());
        Instant expiresAt = end.isBefore(session.expiresAt) ? end : session.expiresAt;
        SigningKeys signing = keys.signing();
        String text = Jwt.claims().issuer(config.issuer()).audience(config.audience()).subject(session.account.toString())
                .claim(SESSION, session.id.toString()).claim(TYPE, ACCESS)
                .issuedAt(now).expiresAt(expiresAt)
                .jws().algorithm(SignatureAlgorithm.ES256).keyId(signing.id()).sign(signing.privateKey());
        return new Issued(text, expiresAt, Duration.between(now, expiresAt));
    }

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    JWTAuthContextInfo demands() {
        JWTAuthContextInfo demands = new JWTAuthContextInfo();
        demands.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
        demands.setIssuedBy(config.issuer());
        demands.setExpectedAudience(Set.of(config.audience()));
        demands.setClockSkew((int) config.skew().toSeconds());
        demands.setMaxTimeToLiveSecs(config.life().toSeconds());
        demands.setRequiredClaims(Set.of("sub", "jti", SESSION, TYPE));
        return demands;
    }

    /** Whether it is an access token of a session, made in the past; SmallRye JWT itself looks at the other demands. */
    boolean isAccess(JsonWebToken token) {
        Duration ahead = Duration.between(clock.instant(), Instant.ofEpochSecond(token.getIssuedAtTime()));
        return ACCESS.equals(token.<Object> getClaim(TYPE)) && isId(token.getSubject()) && isId(token.getClaim(SESSION))
                && ahead.compareTo(config.skew()) <= 0;
    }

    private static boolean isId(Object claim) {
        return claim instanceof String text && ID.matcher(text).matches();
    }

    /** A token, when it ends, and how long that is from now. */
    record Issued(String text, Instant expiresAt, Duration life) {

        @Override
        public String toString() {
            return "Issued[" + expiresAt + "]";
        }
    }
}
