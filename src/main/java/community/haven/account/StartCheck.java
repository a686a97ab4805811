package community.haven.account;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Keeps Haven from starting with doors that nobody should leave open. */
@Singleton
class StartCheck {

    private final SignUpConfig signUp;
    private final AccountConfig account;

    StartCheck(SignUpConfig signUp, AccountConfig account) {
        this.signUp = signUp;
        this.account = account;
    }

    void check(@Observes StartupEvent start) {
        Stream.of(SignUpPolicy.refusal(signUp), PasswordPolicy.refusal(account)).flatMap(Optional::stream).findFirst()
                .ifPresent(sentence -> {
                    throw new ConfigurationException(sentence);
                });
    }
}
