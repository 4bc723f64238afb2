package kaigo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kaigo.access.NotAboutAPerson;
import kaigo.access.Permit;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The plan of the house as rules. Each says why; none may match nothing. */
@AnalyzeClasses(packages = "kaigo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Store methods without a permit, by name: a new one needs a reason and a look at this number. */
    private static final int NOT_ABOUT_A_PERSON = 31;

    /** Whoever uses one of these reads or writes the database. */
    private static final DescribedPredicate<JavaClass> DATABASE = are(resideInAnyPackage(
                    "java.sql..",
                    "org.postgresql..",
                    "org.springframework.jdbc.core..",
                    "org.springframework.jdbc.datasource.."))
            .or(DescribedPredicate.describe(
                    "the COPY of intake", type -> type.getName().equals("kaigo.intake.register.Copier")));

    /**
     * They hold nobody's record: below the gate who takes part, who signs in, the audit stream itself, and the programs of
     * the operator, what all operations have in common; above it the state of the set-ups and of the
     * installation.
     */
    private static final String[] HOLD_NOBODY = {
        "kaigo.api..",
        "kaigo.participants..",
        "kaigo.identity..",
        "kaigo.audit..",
        "kaigo.platform..",
        "kaigo.cli..",
        "kaigo.rollout..",
        "kaigo.operations.."
    };

    @Test
    void rooms_have_no_cycles_and_touch_only_each_others_front_doors() {
        modules().verify();
    }

    @Test
    void every_room_declares_whom_it_may_use() {
        assertThat(modules().stream())
                .isNotEmpty()
                .allSatisfy(room -> assertThat(room.getBasePackage()
                                .getAnnotation(ApplicationModule.class)
                                .map(ApplicationModule::allowedDependencies))
                        .as(room.getDisplayName())
                        .hasValueSatisfying(
                                allowed -> assertThat(allowed).doesNotContain(ApplicationModule.OPEN_TOKEN)));
    }

    private static ApplicationModules modules() {
        return ApplicationModules.of(
                KaigoApplication.class, resideInAPackage("kaigo.templates..")); // generated: no room
    }

    @ArchTest
    static final ArchRule RULES_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("kaigo..rules..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage(
                    "org.springframework..",
                    "java.sql..",
                    "javax.sql..",
                    "java.net..",
                    "jakarta..",
                    "java.nio.file..")))
            .because("a rule is tested by a table of facts: it takes them as arguments and answers a value");

    @ArchTest
    static final ArchRule NOBODY_DEPENDS_ON_PLATFORM = noClasses()
            .that()
            .resideOutsideOfPackages("kaigo.platform..", "kaigo.cli..")
            .should()
            .dependOnClassesThat(resideInAPackage("kaigo.platform.."))
            .because("platform is wiring: it knows the rooms, they do not know it; only the commands start it");

    @ArchTest
    static final ArchRule SHARED_DEPENDS_ON_NOTHING = noClasses()
            .that()
            .resideInAPackage("kaigo.shared..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat(resideInAPackage("org.springframework.."))
            .because(
                    "everyone speaks its values, programs without Spring too; other rooms are refused by its declaration");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages("kaigo.platform..", "kaigo.cli..")
            .should(callTheClock())
            .because("time comes from the one injected clock, days come as arguments (settled 8)");

    @ArchTest
    static final ArchRule ONLY_THE_GATE_MAKES_PERMITS = classes()
            .that()
            .implement(Permit.class)
            .should(havePackagePrivateConstructors())
            .because("a permit that anybody can make is none (settled 14)");

    @ArchTest
    static final ArchRule STORES_TAKE_A_PERMIT = methods()
            .that()
            .areDeclaredInClassesThat(useTheDatabase())
            .and()
            .areNotPrivate()
            .should(takeAPermit())
            .because("nobody reads or writes a person's record without one, whatever the class is called (settled 14)");

    @ArchTest
    static void exceptions_to_the_permit_are_counted(JavaClasses all) {
        List<String> exempt = all.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(NotAboutAPerson.class))
                .map(method -> method.getFullName() + ": "
                        + method.getAnnotationOfType(NotAboutAPerson.class).value())
                .sorted()
                .toList();
        exempt.forEach(System.out::println);
        assertThat(exempt).hasSizeLessThanOrEqualTo(NOT_ABOUT_A_PERSON);
    }

    /** What makes it right that these rooms take no permit; the state of the installation counts files and open links. */
    @Test
    void rooms_that_hold_nobody_name_no_table_of_a_room_that_does() throws IOException {
        Pattern table = Pattern.compile(
                "\\b(?:from|join|into|update|only|table)\\s+(?:insured|intake|cards|certification|benefits|consent|opinion|committee|documents)\\.");
        List<String> reading = new ArrayList<>();
        for (String room : HOLD_NOBODY) {
            try (Stream<Path> sources =
                    Files.walk(Path.of("src/main/java", room.replace("..", "").replace('.', '/')))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    if (table.matcher(Files.readString(source)).find()) {
                        reading.add(source.getFileName().toString());
                    }
                }
            }
        }
        assertThat(reading).containsExactly("InstallationState.java");
    }

    private static DescribedPredicate<JavaClass> useTheDatabase() {
        return DescribedPredicate.describe(
                "use the database where persons are",
                type -> !resideInAnyPackage(HOLD_NOBODY).test(type)
                        && type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> DATABASE.test(use.getTargetClass())));
    }

    private static ArchCondition<JavaMethod> takeAPermit() {
        return new ArchCondition<>("take a permit") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean takes =
                        method.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Permit.class));
                boolean exempt = method.isAnnotatedWith(NotAboutAPerson.class)
                        || method.getModifiers().contains(JavaModifier.SYNTHETIC);
                events.add(
                        new SimpleConditionEvent(method, takes || exempt, method.getFullName() + " takes no permit"));
            }
        };
    }

    private static ArchCondition<JavaClass> havePackagePrivateConstructors() {
        return new ArchCondition<>("have package-private constructors") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean closed = type.isInterface()
                        || type.getConstructors().stream()
                                .noneMatch(made -> made.getModifiers().contains(JavaModifier.PUBLIC)
                                        || made.getModifiers().contains(JavaModifier.PROTECTED));
                events.add(new SimpleConditionEvent(type, closed, type.getName() + " can be made by anybody"));
            }
        };
    }

    private static ArchCondition<JavaClass> callTheClock() {
        return new ArchCondition<>("ask the machine for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    String owner = access.getTargetOwner().getName();
                    String name = access.getName();
                    boolean asks = (owner.startsWith("java.time.") && name.equals("now"))
                            || (owner.equals("java.time.Clock") && name.startsWith("system"))
                            || (owner.equals("java.time.InstantSource") && name.equals("system"))
                            || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
                    if (asks) {
                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                    }
                }
            }
        };
    }
}
