package kaigo.cli;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kaigo.access.Explained;
import kaigo.access.Explanations;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.shared.OperatorViewer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiban explain}: how a decision of the sharing rule came about, fact by fact. On record as every look. */
@Command(
        name = "explain",
        description = {
            "だれに、どなたの、どの情報が見えるか、その判定の筋道と事実を示します（番号と日付だけ。監査記録に残ります）。",
            "Shows how a decision came about, fact by fact: numbers and days only, and on record."
        },
        footer = {
            "閲覧者 / viewer: office:事業所番号/ユーザーID、clinic:医療機関コード/ユーザーID（どちらも、ユーザーID の代わりに @CARE_MANAGER など）、staff:保険者番号/ユーザーID、",
            "member:保険者番号/ユーザーID（審査会委員）、operator:ユーザーID、insured（ご本人）、insured:保険者番号/被保険者番号（ほかの方）",
            "終了コード / exit code: 0 説明した（見えないときも）、2 指定の誤り"
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand extends OperatorCommand {

    private static final String ALL = "all";

    @Option(names = "--viewer", required = true, paramLabel = "閲覧者", description = "例: office:4479901003/keikaku")
    private String viewer = "";

    @Option(names = "--person", required = true, paramLabel = "本人", description = "保険者番号/被保険者番号（例 442913/9000000058）")
    private String person = "";

    @Option(
            names = "--kind",
            required = true,
            split = ",",
            paramLabel = "種類",
            description = "docs/sharing.md の種類（例 CERT_SURVEY）、コンマ区切り。すべては all")
    private List<String> kinds = List.of();

    @Option(names = "--on", paramLabel = "年月日", description = "どの日の判定か（YYYY-MM-DD。既定: 今日）")
    private @Nullable String on;

    @Option(names = "--certificate", paramLabel = "指紋", description = "どの証明書で来たか（SHA-256、64 桁。既定: 使えるうちの新しいもの）")
    private @Nullable String certificate;

    @Option(names = "--json", description = "JSON で出力します")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var who = ViewerName.parse(viewer, certificate);
        PersonKey whose = ViewerName.person("--person", person);
        Set<Kind> asked = kinds();
        LocalDate day = on == null ? null : day(on);
        try (Operator operator = open()) {
            Explanations front = operator.explanations();
            Explained explained = front.explain(
                    new OperatorViewer("", UUID.randomUUID().toString()),
                    new Explanations.Asked(who, whose, asked, day == null ? front.today() : day));
            ExplainReport report = new ExplainReport(explained);
            out().print(json ? report.json() : report.text());
            out().flush();
        }
        return 0;
    }

    private Set<Kind> kinds() {
        if (kinds.equals(List.of(ALL))) {
            return EnumSet.allOf(Kind.class);
        }
        Set<Kind> known = EnumSet.noneOf(Kind.class);
        for (String word : kinds) {
            String name = word.strip().toUpperCase(Locale.ROOT);
            known.add(Arrays.stream(Kind.values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CommandRefused("--kind「" + word + "」という種類はありません。"
                            + "all か、次のどれかを指定してください / no such kind; one of: "
                            + Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(", ")))));
        }
        return known;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new CommandRefused(
                    "--on「" + typed + "」は日付ではありません。2026-11-20 のように書いてください。 / Not a day; write it like 2026-11-20.");
        }
    }
}
