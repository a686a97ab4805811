package community.haven.conversation;

import java.util.Optional;

import jakarta.inject.Singleton;

import community.haven.account.PersonalTraces;
import community.haven.conversation.SupportRows.Given;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes back in their name what somebody who is erased gave to others, a message at a time. */
@Singleton
class ErasedSupport implements PersonalTraces {

    private final SupportRows given;
    private final Supports supports;

    ErasedSupport(SupportRows given, Supports supports) {
        this.given = given;
        this.supports = supports;
    }

    @Override
    public boolean erasePart(Leaver leaver, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Given> any = given.anyOf(leaver.account());
            any.ifPresent(one -> one.kinds()
                    .forEach(kind -> supports.end(leaver.account(), one.place().room(), one.place().seq(), kind)));
            return any.isPresent();
        });
    }
}
