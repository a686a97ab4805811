package community.haven.testkit;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

import io.restassured.path.json.JsonPath;

/** The work that a browser does for a sign-up. */
public final class SignUpWork {

    private SignUpWork() {
    }

    /** A new challenge, answered. */
    public static Map<String, Object> done() {
        JsonPath challenge = given().get("/api/sign-up/challenge").jsonPath();
        String salt = challenge.getString("salt");
        return Map.of("challenge", challenge.getString("challenge"), "salt", salt, "signature",
                challenge.getString("signature"), "number",
                number(salt, challenge.getString("challenge"), challenge.getLong("maxNumber")));
    }

    private static long number(String salt, String sought, long most) {
        for (long number = 0; number <= most; number++) {
            if (sha256(salt + number).equals(sought)) {
                return number;
            }
        }
        throw new AssertionError("No number from 0 to " + most + " answers the challenge");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
