package kaigo.cli;

import java.util.Optional;
import java.util.stream.Stream;
import kaigo.shared.CertificateHolder;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --insurer}, {@code --office} or {@code --clinic}: of whom a command speaks. */
final class HolderOption {

    @Option(names = "--insurer", paramLabel = "保険者番号", description = "6 桁")
    private @Nullable String insurer;

    @Option(names = "--office", paramLabel = "事業所番号", description = "10 桁")
    private @Nullable String office;

    @Option(names = "--clinic", paramLabel = "医療機関コード", description = "10 桁")
    private @Nullable String clinic;

    /** Throws CommandRefused unless exactly one is given, in its form. */
    CertificateHolder one() {
        return find().orElseThrow(HolderOption::refused);
    }

    /** The one that is given, if any. */
    Optional<CertificateHolder> find() {
        long given = Stream.of(Optional.ofNullable(insurer), Optional.ofNullable(office), Optional.ofNullable(clinic))
                .filter(Optional::isPresent)
                .count();
        if (given > 1) {
            throw refused();
        }
        if (insurer != null) {
            if (!InsurerNumber.hasForm(insurer)) {
                throw new CommandRefused("保険者番号は半角数字 6 桁です。 / An insurer's number has 6 digits.");
            }
            return Optional.of(new InsurerNumber(insurer));
        }
        return office != null
                ? Optional.of(institution(InstitutionId.Kind.OFFICE, office))
                : Optional.ofNullable(clinic).map(number -> institution(InstitutionId.Kind.CLINIC, number));
    }

    /** Throws CommandRefused if it is an insurer. */
    InstitutionId institution() {
        if (one() instanceof InstitutionId institution) {
            return institution;
        }
        throw new CommandRefused("--office か --clinic を指定してください。 / Give --office or --clinic.");
    }

    private static InstitutionId institution(InstitutionId.Kind kind, String number) {
        return InstitutionId.find(kind, number)
                .orElseThrow(() -> new CommandRefused(
                        "事業所番号・医療機関コードは 10 桁です（医療機関コードの 3 桁目は 1、3、4）。 / Ten digits are needed: " + number));
    }

    private static CommandRefused refused() {
        return new CommandRefused(
                "--insurer、--office、--clinic のどれか 1 つを指定してください。 / Give one of --insurer, --office, --clinic.");
    }
}
