package kaigo.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kaigo.intake.Targets;
import kaigo.layout.Layout;
import kaigo.participants.Insurer;
import kaigo.participants.Insurer.OutsideJisX0213;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiban insurer}: who takes part, since when. */
@Command(
        name = "insurer",
        description = "保険者 / insurers that take part",
        subcommands = {InsurerCommand.Put.class, InsurerCommand.Listing.class},
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
final class InsurerCommand {

    @Command(
            name = "put",
            description = {
                "保険者を登録します。すでにあれば、指定した項目だけを変えます。",
                "Adds an insurer, or changes what is given of one that is there."
            },
            mixinStandardHelpOptions = true)
    static final class Put extends OperatorCommand {

        @Option(names = "--number", required = true, paramLabel = "保険者番号", description = "6 桁")
        private String number = "";

        @Option(names = "--name", paramLabel = "名称", description = "例: 架空市（新規では必須）")
        private @Nullable String name;

        @Option(names = "--prefecture", paramLabel = "都道府県", description = "例: 大分県（新規では必須）")
        private @Nullable String prefecture;

        @Option(names = "--load-from", paramLabel = "年月日", description = "初期セットアップを受け付ける最初の日（YYYY-MM-DD）")
        private @Nullable LocalDate loadFrom;

        @Option(names = "--daily-from", paramLabel = "年月日", description = "日次ファイルを受け付ける最初の日")
        private @Nullable LocalDate dailyFrom;

        @Option(names = "--started-on", paramLabel = "年月日", description = "利用開始日")
        private @Nullable LocalDate startedOn;

        @Option(
                names = "--versions",
                split = ",",
                paramLabel = "版",
                description = "受け付けるインタフェース仕様の版、2 つまで、コンマ区切り（新規: 2.02）。ほかの版は E1009")
        private @Nullable List<String> versions;

        @Option(
                names = "--outside-jis",
                paramLabel = "refuse|mark",
                description = "JIS X 0213 にない文字: refuse はエラー（E3004）、mark は警告（W3004）で登録（新規: mark）")
        private @Nullable OutsideJisX0213 outsideJis;

        @Option(
                names = "--relation-errors",
                negatable = true,
                description = "関係チェックの警告（W4002〜W4004）をエラー（E4002〜E4004）にします。--no-relation-errors で戻します（新規: 警告）")
        private @Nullable Boolean relationErrors;

        @Option(names = "--no-check-digit", description = "検査数字の合わない番号（試験用）を許します")
        private boolean noCheckDigit;

        @Override
        public Integer call() throws IOException {
            if (!InsurerNumber.hasForm(number)) {
                throw new CommandRefused("保険者番号は半角数字 6 桁です。 / An insurer's number has 6 digits.");
            }
            try (Operator operator = open()) {
                InsurerNumber key = new InsurerNumber(number);
                Insurer insurer = changed(operator.insurers().find(key), key);
                requireOrder(insurer);
                operator.record("INSURER_PUT", key, Map.of());
                operator.insurers().put(insurer);
                out().println(line(insurer));
            }
            return 0;
        }

        private Insurer changed(Optional<Insurer> old, InsurerNumber key) {
            if (old.isEmpty() && (name == null || prefecture == null)) {
                throw new CommandRefused("新しい保険者には --name と --prefecture が要ります。 / A new insurer needs both.");
            }
            boolean checkDigit = !noCheckDigit && old.map(Insurer::checkDigit).orElse(true);
            if (checkDigit && !InsurerNumber.hasCheckDigit(number)) {
                throw new CommandRefused("保険者番号の検査数字が合いません（試験用の番号は --no-check-digit）。 / Wrong check digit.");
            }
            return new Insurer(
                    key,
                    name != null ? name : old.map(Insurer::name).orElseThrow(),
                    prefecture != null
                            ? prefecture
                            : old.map(Insurer::prefecture).orElseThrow(),
                    loadFrom != null ? loadFrom : old.map(Insurer::loadFrom).orElse(null),
                    dailyFrom != null ? dailyFrom : old.map(Insurer::dailyFrom).orElse(null),
                    startedOn != null ? startedOn : old.map(Insurer::startedOn).orElse(null),
                    old.map(Insurer::baseDate).orElse(null),
                    checkDigit,
                    outsideJis != null
                            ? outsideJis
                            : old.map(Insurer::outsideJisX0213).orElse(OutsideJisX0213.MARK),
                    relationErrors != null
                            ? relationErrors
                            : old.map(Insurer::relationErrors).orElse(false),
                    versions != null
                            ? known(versions)
                            : old.map(Insurer::acceptedVersions).orElse(List.of("2.02")));
        }

        private static List<String> known(List<String> versions) {
            SortedSet<String> carried =
                    Targets.layouts().stream().map(Layout::version).collect(Collectors.toCollection(TreeSet::new));
            if (!carried.containsAll(versions) || versions.size() > Insurer.VERSIONS_AT_ONCE) {
                throw new CommandRefused("--versions は、この中から " + Insurer.VERSIONS_AT_ONCE + " つまでです: "
                        + String.join(", ", carried) + " / at most two of these versions");
            }
            return versions.stream().distinct().sorted().toList();
        }

        private static void requireOrder(Insurer insurer) {
            LocalDate load = Objects.requireNonNullElse(insurer.loadFrom(), LocalDate.MAX);
            LocalDate daily = Objects.requireNonNullElse(insurer.dailyFrom(), LocalDate.MAX);
            LocalDate started = Objects.requireNonNullElse(insurer.startedOn(), LocalDate.MAX);
            if (load.isAfter(daily) || daily.isAfter(started)) {
                throw new CommandRefused("日付は 初期セットアップ ≦ 日次 ≦ 利用開始 の順で、前の日付から決めてください。"
                        + " / The dates must follow each other: load, daily, start.");
            }
        }
    }

    @Command(name = "list", description = "保険者の一覧。/ Lists the insurers.", mixinStandardHelpOptions = true)
    static final class Listing extends OperatorCommand {

        @Override
        public Integer call() throws IOException {
            try (Operator operator = open()) {
                operator.insurers().list().forEach(insurer -> out().println(line(insurer)));
            }
            return 0;
        }
    }

    private static String line(Insurer insurer) {
        return insurer.number().value() + "　" + insurer.prefecture() + insurer.name() + "　初期 " + day(insurer.loadFrom())
                + "　日次 " + day(insurer.dailyFrom()) + "　利用開始 " + day(insurer.startedOn()) + "　版 "
                + String.join("・", insurer.acceptedVersions()) + "　JIS外 "
                + switch (insurer.outsideJisX0213()) {
                    case REFUSE -> "エラー";
                    case MARK -> "警告";
                }
                + "　関係チェック " + (insurer.relationErrors() ? "エラー" : "警告");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "未定" : day.toString();
    }
}
