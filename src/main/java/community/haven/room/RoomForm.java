package community.haven.room;

import com.ibm.icu.text.Normalizer2;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.text.Written;

/**
 * What a moderator writes about a room. Without a number, a state or an opening a new room takes the usual one, and an edited
 * room keeps its own.
 *
 * @param name 3 to 60 characters, unlike that of any other room
 * @param purpose 10 to 300 characters: what the room is for
 * @param topic up to 200 characters, or nothing
 * @param guidelines up to 2,000 characters, or nothing
 * @param visibility who finds it, and how they come in
 * @param capacity 2 to 500
 * @param retentionDays 1 to 3,650
 * @param opening when people talk there
 */
public record RoomForm(String name, String purpose, String topic, String guidelines, RoomVisibility visibility,
        Integer capacity, RoomState state, Integer retentionDays, RoomOpening opening) {

    private static final int MAX_NAME = 60;
    private static final int MAX_NAME_KEY = 200;
    private static final int MIN_CAPACITY = 2;
    private static final int MAX_CAPACITY = 500;
    private static final int MAX_RETENTION_DAYS = 3_650;
    private static final int USUAL_CAPACITY = 50;
    private static final int USUAL_RETENTION_DAYS = 90;

    /** The same with its words in normal form, and with the usual values where there was none. */
    RoomForm forNewRoom() {
        return checked(RoomVisibility.OPEN, USUAL_CAPACITY, RoomState.OPEN, USUAL_RETENTION_DAYS, RoomOpening.ALWAYS);
    }

    /** The same with its words in normal form, and with the room's own values where there was none. */
    RoomForm forEditOf(Room room) {
        return checked(room.visibility, room.capacity, room.state, room.retentionDays, room.opening);
    }

    /** Two names with the same key look the same to people. */
    String nameKey() {
        String key = Normalizer2.getNFKCCasefoldInstance().normalize(name);
        if (key.length() > MAX_NAME_KEY) {
            throw Refusal.invalid("name", Reason.TOO_LONG, MAX_NAME);
        }
        return key;
    }

    void writeTo(Room room) {
        room.name = name;
        room.nameKey = nameKey();
        room.purpose = purpose;
        room.topic = topic;
        room.guidelines = guidelines;
        room.visibility = visibility;
        room.capacity = capacity;
        room.state = state;
        room.retentionDays = retentionDays;
        room.opening = opening;
    }

    private RoomForm checked(RoomVisibility otherwiseVisibility, int otherwiseCapacity, RoomState otherwiseState,
            int otherwiseDays, RoomOpening otherwiseOpening) {
        return new RoomForm(
                Written.line("name", name, 3, MAX_NAME),
                Written.block("purpose", purpose, 10, 300),
                orEmpty(Written.optionalLine("topic", topic, 200)),
                orEmpty(Written.optionalBlock("guidelines", guidelines, 2_000)),
                visibility == null ? otherwiseVisibility : visibility,
                within("capacity", capacity == null ? otherwiseCapacity : capacity, MIN_CAPACITY, MAX_CAPACITY),
                state == null ? otherwiseState : state,
                within("retentionDays", retentionDays == null ? otherwiseDays : retentionDays, 1, MAX_RETENTION_DAYS),
                opening == null ? otherwiseOpening : opening);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static int within(String field, int value, int min, int max) {
        if (value < min) {
            throw Refusal.invalid(field, Reason.TOO_SMALL, min);
        }
        if (value > max) {
            throw Refusal.invalid(field, Reason.TOO_LARGE, max);
        }
        return value;
    }

    @Override
    public String toString() {
        return "RoomForm[" + (name == null ? 0 : name.length()) + " characters of name]";
    }
}
