package community.haven.account;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Keeps Haven from starting with doors that nobody should leave open. */
@Singleton
class SignUpCheck {

    private final SignUpConfig config;

    SignUpCheck(SignUpConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        SignUpPolicy.refusal(config).ifPresent(sentence -> {
            throw new ConfigurationException(sentence);
        });
    }
}
