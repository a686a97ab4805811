package community.haven.account;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

import io.quarkus.runtime.Startup;

/**
 * The secrets behind sessions. Access tokens are signed with the first key of the set; a key put in front of it takes
 * over, and the others go on verifying what they signed.
 */
@ApplicationScoped
@Startup
public class Keys {

    private static final String SIGNING = "signing.jwks";
    private static final String REFRESH = "refresh.secret";
    private static final String DEVICE = "device.secret";
    private static final int SECRET_BYTES = 32;

    private final JsonWebKeySet signing;
    private final EllipticCurveJsonWebKey current;
    private final byte[] refreshSecret;
    private final byte[] deviceSecret;

    Keys(KeysConfig config) {
        KeyFiles files = new KeyFiles(config.folder());
        this.signing = signing(files);
        this.current = current(files, signing);
        this.refreshSecret = secret(files, REFRESH);
        this.deviceSecret = secret(files, DEVICE);
    }

    public PrivateKey signingKey() {
        return current.getEcPrivateKey();
    }

    /** Goes into the {@code kid} header of every token. */
    public String keyId() {
        return current.getKeyId();
    }

    /** The key that verifies what was signed under this name, or null when it is none of ours. */
    public PublicKey publicKey(String keyId) {
        return signing.getJsonWebKeys().stream().filter(key -> Objects.equals(key.getKeyId(), keyId))
                .filter(EllipticCurveJsonWebKey.class::isInstance).map(EllipticCurveJsonWebKey.class::cast)
                .map(EllipticCurveJsonWebKey::getECPublicKey).findFirst().orElse(null);
    }

    /** What refresh tokens are derived with, beside the session's row: a stolen table alone signs nobody in. */
    public byte[] refreshSecret() {
        return refreshSecret.clone();
    }

    /** What shows that a device was known before. */
    byte[] deviceSecret() {
        return deviceSecret.clone();
    }

    private static JsonWebKeySet signing(KeyFiles files) {
        try {
            return new JsonWebKeySet(files.read(SIGNING, Keys::newSigningKey));
        } catch (JoseException e) {
            throw files.broken(SIGNING);
        }
    }

    private static EllipticCurveJsonWebKey current(KeyFiles files, JsonWebKeySet set) {
        return set.getJsonWebKeys().stream().findFirst()
                .filter(EllipticCurveJsonWebKey.class::isInstance).map(EllipticCurveJsonWebKey.class::cast)
                .filter(key -> key.getKeyId() != null && key.getEcPrivateKey() != null)
                .filter(key -> "P-256".equals(key.getCurveName()))
                .orElseThrow(() -> files.broken(SIGNING));
    }

    private static byte[] secret(KeyFiles files, String name) {
        try {
            byte[] secret = Base64.getUrlDecoder().decode(files.read(name, Keys::newSecret).strip());
            if (secret.length == SECRET_BYTES) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            throw files.broken(name);
        }
        throw files.broken(name);
    }

    private static String newSigningKey() {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setUse(Use.SIGNATURE);
            key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
            return new JsonWebKeySet(key).toJson(OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
