package community.haven.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import community.haven.bench.Population.Person;

/** Rooms full of people, each of whom is in one of them. */
final class Crowd {

    private static final int AT_ONCE = 100;

    private final Load load;
    private final List<Place> places = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    Crowd(Bench bench, int rooms, int size) throws SQLException {
        this.load = bench.load();
        List<Person> people = bench.population().people(rooms * size);
        for (int i = 0; i < rooms; i++) {
            List<Person> inside = people.subList(i * size, (i + 1) * size);
            Place place = new Place(bench.population().room(inside));
            places.add(place);
            inside.forEach(person -> members.add(new Member(load, person, place)));
        }
    }

    List<Member> members() {
        return members;
    }

    Crowd come() {
        return come(AT_ONCE);
    }

    Crowd come(int atOnce) {
        load.each(members, atOnce, Member::come);
        return this;
    }

    void leave() {
        load.each(members, AT_ONCE, member -> member.leave().otherwiseEmpty());
    }

    /** Waits until everything has arrived everywhere, and looks whether it has, once each and in order. */
    void settle() {
        if (!load.await(() -> members.stream().allMatch(Member::isDone))) {
            load.tell(() -> load.tally().fault(members.stream().mapToLong(Member::missing).sum() + " deliveries are missing"));
        }
        load.tell(() -> places.stream().filter(place -> !place.isGapless())
                .forEach(place -> load.tally().fault("a room has more numbers than acknowledged messages")));
    }
}
