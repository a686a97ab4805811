package community.haven.testkit;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A Haven to which people are invited, by hosts too. */
public class ByHosts implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("haven.account.sign-up.mode", "invitation", "haven.account.sign-up.invitations-by", "host");
    }
}
