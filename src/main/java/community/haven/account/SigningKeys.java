package community.haven.account;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The keys of access tokens. The first one signs. The others signed before, and go on verifying what they signed until all of
 * it has run out; their private parts are gone.
 */
final class SigningKeys {

    /** Since when a key signs, and until when it verifies, in seconds since 1970. */
    private static final String SINCE = "iat";
    private static final String UNTIL = "exp";

    private final List<EllipticCurveJsonWebKey> keys;

    private SigningKeys(List<EllipticCurveJsonWebKey> keys) {
        this.keys = List.copyOf(keys);
    }

    static SigningKeys fresh(Instant now) {
        return new SigningKeys(List.of(newKey(now)));
    }

    /** Empty when the first of them is none to sign with. */
    static Optional<SigningKeys> parse(String json) {
        try {
            List<EllipticCurveJsonWebKey> keys = new JsonWebKeySet(json).getJsonWebKeys().stream()
                    .map(EllipticCurveJsonWebKey.class::cast).toList();
            return !keys.isEmpty() && canSign(keys.get(0)) ? Optional.of(new SigningKeys(keys)) : Optional.empty();
        } catch (JoseException | RuntimeException e) {
            // The parser says in more than one way that a file is damaged.
            return Optional.empty();
        }
    }

    /**
     * The keys to go on with.
     *
     * @param age of the first key at which a new one takes over
     * @param kept how long the first key then goes on verifying
     * @param written since when the first key signs, if it does not say so itself
     * @return this very object when there is nothing to change
     */
    SigningKeys at(Instant now, Duration age, Duration kept, Instant written) {
        EllipticCurveJsonWebKey first = keys.get(0);
        List<EllipticCurveJsonWebKey> living = keys.stream().filter(key -> time(key, UNTIL).orElse(Instant.MAX).isAfter(now))
                .toList();
        if (time(first, SINCE).orElse(written).plus(age).isAfter(now)) {
            return living.size() == keys.size() ? this : new SigningKeys(living);
        }
        List<EllipticCurveJsonWebKey> next = new ArrayList<>(List.of(newKey(now)));
        living.forEach(key -> next.add(time(key, UNTIL).isPresent() ? key : retired(key, now.plus(kept))));
        return new SigningKeys(next);
    }

    PrivateKey privateKey() {
        return keys.get(0).getEcPrivateKey();
    }

    String id() {
        return keys.get(0).getKeyId();
    }

    /** The key that verifies what was signed under this name. */
    Optional<PublicKey> publicKey(String id) {
        return keys.stream().filter(key -> id.equals(key.getKeyId())).map(key -> (PublicKey) key.getECPublicKey()).findFirst();
    }

    /** For the file, with what signs. */
    String toJson() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** For everybody. */
    String toPublicJson() {
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private static boolean canSign(EllipticCurveJsonWebKey key) {
        return key.getKeyId() != null && key.getEcPrivateKey() != null && "P-256".equals(key.getCurveName());
    }

    private static Optional<Instant> time(EllipticCurveJsonWebKey key, String name) {
        return Optional.ofNullable(key.getOtherParameterValue(name, Number.class))
                .map(seconds -> Instant.ofEpochSecond(seconds.longValue()));
    }

    private static EllipticCurveJsonWebKey newKey(Instant now) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            return named(key, key.calculateBase64urlEncodedThumbprint("SHA-256"), SINCE, now);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EllipticCurveJsonWebKey retired(EllipticCurveJsonWebKey key, Instant until) {
        return named(new EllipticCurveJsonWebKey(key.getECPublicKey()), key.getKeyId(), UNTIL, until);
    }

    private static EllipticCurveJsonWebKey named(EllipticCurveJsonWebKey key, String id, String what, Instant time) {
        key.setUse(Use.SIGNATURE);
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        key.setKeyId(id);
        key.setOtherParameter(what, time.getEpochSecond());
        return key;
    }
}
