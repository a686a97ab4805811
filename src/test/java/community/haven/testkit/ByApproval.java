package community.haven.testkit;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A Haven in which people say yes to each newcomer. */
public class ByApproval implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("haven.account.sign-up.mode", "approval");
    }
}
