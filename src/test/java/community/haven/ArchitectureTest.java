package community.haven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds the order of the packages and the manners between them. */
class ArchitectureTest {

    private static final JavaClasses HAVEN = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("community.haven");

    /** Lowest first. A package may import only from levels before its own; packages on one level do not see each other. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("shared"),
            List.of("text", "audit", "mail"),
            List.of("guidelines"),
            List.of("account"),
            List.of("notice"),
            List.of("room"),
            List.of("standing"),
            List.of("meeting"),
            List.of("conversation", "board"),
            List.of("moderation"),
            List.of("live.protocol"),
            List.of("live"),
            List.of("web", "ops"));

    @Test
    void shouldImportOnlyFromBelow() {
        ArchRule rule = LEVELS.stream()
                .flatMap(List::stream)
                .map(ArchitectureTest::importsOnlyFromBelow)
                .reduce((one, other) -> CompositeArchRule.of(one).and(other))
                .orElseThrow();

        rule.check(HAVEN);
    }

    @Test
    void shouldGiveEveryPackageALevel() {
        ArchRule rule = classes()
                .that().doNotHaveFullyQualifiedName("community.haven.Haven")
                .should().resideInAnyPackage(LEVELS.stream().flatMap(List::stream).map(ArchitectureTest::named)
                        .toArray(String[]::new));

        rule.check(HAVEN);
    }

    @Test
    void shouldBeFreeOfCycles() {
        ArchRule rule = slices().matching("community.haven.(*)..").should().beFreeOfCycles();

        rule.check(HAVEN);
    }

    @Test
    void shouldKeepEntitiesInTheirPackage() {
        ArchRule rule = classes().that().areAnnotatedWith(Entity.class)
                .should().bePackagePrivate();

        rule.check(HAVEN);
    }

    @Test
    void shouldKeepPoliciesPlainJava() {
        ArchRule rule = noClasses().that().haveSimpleNameEndingWith("Policy")
                .should().dependOnClassesThat().resideInAnyPackage("jakarta.enterprise..", "jakarta.inject..",
                        "jakarta.persistence..", "org.hibernate..", "io.quarkus..");

        rule.check(HAVEN);
    }

    @Test
    void shouldTakeTimeFromTheClock() {
        ArchRule rule = noClasses()
                .should().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.LocalDateTime.class, "now")
                .orShould().callMethod(System.class, "currentTimeMillis");

        rule.check(HAVEN);
    }

    @Test
    void shouldNotInjectFields() {
        ArchRule rule = fields().should().notBeAnnotatedWith(jakarta.inject.Inject.class);

        rule.check(HAVEN);
    }

    @Test
    void shouldSayForEveryRouteWhoMayUseIt() {
        ArchRule rule = methods()
                .that().areAnnotatedWith(GET.class).or().areAnnotatedWith(POST.class).or().areAnnotatedWith(PUT.class)
                .or().areAnnotatedWith(PATCH.class).or().areAnnotatedWith(DELETE.class)
                .should(sayWhoMayUseIt());

        rule.check(HAVEN);
    }

    private static ArchRule importsOnlyFromBelow(String name) {
        List<String> closed = new ArrayList<>();
        boolean reached = false;
        for (List<String> level : LEVELS) {
            reached |= level.contains(name);
            if (reached) {
                level.stream().filter(other -> !other.equals(name)).map(ArchitectureTest::named).forEach(closed::add);
            }
        }
        ArchRule rule = closed.isEmpty()
                ? classes().that().resideInAPackage(named(name)).should().bePackagePrivate().orShould().bePublic()
                : noClasses().that().resideInAPackage(named(name))
                        .should().dependOnClassesThat().resideInAnyPackage(closed.toArray(String[]::new));
        return rule.allowEmptyShould(true);
    }

    private static String named(String name) {
        return "community.haven." + name;
    }

    private static ArchCondition<com.tngtech.archunit.core.domain.JavaMethod> sayWhoMayUseIt() {
        List<Class<? extends java.lang.annotation.Annotation>> answers = List.of(
                io.quarkus.security.Authenticated.class, jakarta.annotation.security.PermitAll.class,
                jakarta.annotation.security.RolesAllowed.class);
        DescribedPredicate<com.tngtech.archunit.core.domain.properties.CanBeAnnotated> answered = DescribedPredicate.describe(
                "answered", element -> answers.stream().anyMatch(element::isAnnotatedWith));
        return new ArchCondition<>("say who may use it") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaMethod route, ConditionEvents events) {
                JavaClass owner = route.getOwner();
                if (!answered.test(route) && !answered.test(owner)) {
                    events.add(SimpleConditionEvent.violated(route, route.getFullName() + " says neither"));
                }
            }
        };
    }
}
