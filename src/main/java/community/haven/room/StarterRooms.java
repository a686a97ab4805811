package community.haven.room;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import community.haven.shared.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;

/** Gives a new Haven its first rooms, so that whoever comes first finds a place. */
@Singleton
class StarterRooms {

    private final Rooms rooms;

    StarterRooms(Rooms rooms) {
        this.rooms = rooms;
    }

    void onStart(@Observes StartupEvent start) {
        try {
            QuarkusTransaction.requiringNew().run(this::makeWhereThereIsNone);
        } catch (Refusal e) {
            // Another server of the same Haven started at the same time, and its rooms have these names.
        }
    }

    private void makeWhereThereIsNone() {
        if (rooms.none()) {
            read().forEach(rooms::make);
        }
    }

    private static List<RoomForm> read() {
        try (InputStream in = StarterRooms.class.getResourceAsStream("/rooms/starter-rooms.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<>() {
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
