package community.haven.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import community.haven.account.Keys;
import community.haven.testkit.Cast.Someone;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;

/** Access tokens like the real ones but for their end or their key. */
final class Tokens {

    private final Keys keys;

    Tokens(Keys keys) {
        this.keys = keys;
    }

    /** For the session that this person came with. */
    String ending(Someone person, Instant end) {
        return signed(person, end, keys.signingKey());
    }

    String signed(Someone person, Instant end, PrivateKey key) {
        JsonNode genuine = claims(person.accessToken());
        return Jwt.claims().issuer(genuine.get("iss").asText()).audience(genuine.get("aud").asText())
                .subject(person.id().toString()).claim("sid", genuine.get("sid").asText())
                .claim("token_type", "access").claim("jti", UUID.randomUUID().toString())
                .issuedAt(end.minus(Duration.ofSeconds(60))).expiresAt(end)
                .jws().algorithm(SignatureAlgorithm.ES256).keyId(keys.keyId()).sign(key);
    }

    /** So many seconds from now; tokens count in whole ones. */
    static Instant in(int seconds) {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
    }

    private static JsonNode claims(String token) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
