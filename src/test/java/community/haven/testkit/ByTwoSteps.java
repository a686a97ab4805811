package community.haven.testkit;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A Haven in which everybody needs a second factor, and passwords are therefore as short as they may be. */
public class ByTwoSteps implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("haven.account.second-factor.required-of", "everybody", "haven.account.password.minimum", "8");
    }
}
