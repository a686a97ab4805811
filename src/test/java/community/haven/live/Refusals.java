package community.haven.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import community.haven.shared.ErrorCode;

/**
 * Which refusals a frame can meet: every {@link ErrorCode} named in code that can be reached from where frames are answered,
 * and from
 * where messages are stored, behind their queue.
 */
final class Refusals {

    private static final Set<String> ROOTS = Set.of("live.Exchange", "live.LiveActs", "conversation.GroupCommit",
            "conversation.MessageWriter");
    /** On shared ways that no frame takes to their end: nothing that asks for a proof, nothing that gives a room a name. */
    private static final Set<ErrorCode> OF_OTHERS = Set.of(ErrorCode.PROOF_NEEDED, ErrorCode.ROOM_NAME_TAKEN);

    private final JavaClasses haven = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("community.haven");
    private final Set<JavaCodeUnit> reached = new HashSet<>();
    private final Deque<JavaCodeUnit> next = new ArrayDeque<>();

    static Set<String> ofFrames() {
        return new Refusals().find();
    }

    private Set<String> find() {
        haven.stream().filter(type -> ROOTS.stream().anyMatch(root -> isOf(type.getName(), "community.haven." + root)))
                .flatMap(type -> type.getCodeUnits().stream()).forEach(this::reach);
        while (!next.isEmpty()) {
            called(next.remove()).forEach(this::reach);
        }
        return reached.stream().flatMap(unit -> unit.getFieldAccesses().stream()).map(JavaAccess::getTarget)
                .filter(field -> field.getOwner().isEquivalentTo(ErrorCode.class))
                .filter(field -> isConstant(field.getName())).map(field -> ErrorCode.valueOf(field.getName()))
                .filter(code -> !OF_OTHERS.contains(code)).map(ErrorCode::code).collect(Collectors.toCollection(TreeSet::new));
    }

    private void reach(JavaCodeUnit unit) {
        if (reached.add(unit)) {
            next.add(unit);
        }
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return Stream.concat(unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
                .map(access -> ((CodeUnitAccessTarget) access.getTarget()).resolveMember()).flatMap(Optional::stream)
                .filter(target -> target.getOwner().getPackageName().startsWith("community.haven"))
                .flatMap(target -> Stream.concat(Stream.of(target), overriding(target)));
    }

    private static Stream<JavaCodeUnit> overriding(JavaCodeUnit unit) {
        return unit.getOwner().getAllSubclasses().stream().flatMap(type -> type.getCodeUnits().stream())
                .filter(other -> !other.isConstructor() && other.getName().equals(unit.getName()));
    }

    private static boolean isOf(String name, String root) {
        return name.equals(root) || name.startsWith(root + "$");
    }

    private static boolean isConstant(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }
}
