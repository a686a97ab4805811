package community.haven.testkit;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A Haven in which people say as much in a minute as they can without any configuration, and the rest is as in all tests. */
public class ByRealLimits implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        // Short of the tries of many hours, which would come back while a slow machine is still counting.
        return Map.of("haven.conversation.limits.messages", "20/1h", "haven.conversation.limits.support", "30/1h",
                "haven.conversation.limits.retractions", "20/1h");
    }
}
