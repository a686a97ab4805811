package community.haven.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.runtime.Startup;

/**
 * Seals what the database keeps and Haven has to read again, with a key that is not in the database. Each is bound to its
 * account: put into the row of another one it does not open.
 */
@Singleton
@Startup
class SecretSeal {

    private static final Logger LOG = Logger.getLogger(SecretSeal.class);
    private static final String FILE = "second-factor.secret";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    SecretSeal(KeysConfig config) {
        this.key = new SecretKeySpec(new KeyFiles(config.folder()).secret(FILE,
                "after which people who have a second factor come in with a recovery code and set it up anew"), "AES");
    }

    byte[] seal(UUID account, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce).doFinal(secret);
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when it was sealed with another key or for another account; recovery codes are good even then. */
    Optional<byte[]> open(UUID account, byte[] sealed) {
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] rest = new byte[sealed.length - NONCE_BYTES];
        parts.get(nonce).get(rest);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, account, nonce).doFinal(rest));
        } catch (GeneralSecurityException e) {
            LOG.warn("A second factor cannot be read with the key file " + FILE + "; was it exchanged?");
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, UUID account, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(2 * Long.BYTES).putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits()).flip());
        return cipher;
    }
}
