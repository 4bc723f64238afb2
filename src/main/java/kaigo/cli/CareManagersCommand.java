package kaigo.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kaigo.identity.CareManager;
import kaigo.identity.CareManagers;
import kaigo.shared.CareManagerNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./kiban institution care-managers}: ケアマネ by their numbers (rulings 8). */
@Command(
        name = "care-managers",
        description = {"ケアマネジャーを、介護支援専門員番号の順に並べます（監査記録に残ります）。", "Lists care managers by their numbers; on record."},
        footer = "終了コード / exit code: 0 示した、1 該当なし、2 指定の誤り",
        mixinStandardHelpOptions = true)
final class CareManagersCommand extends OperatorCommand {

    @Option(names = "--number", paramLabel = "番号", description = "この介護支援専門員番号（8 桁）だけ")
    private String number = "";

    @Option(names = "--several", description = "2 つ以上の事業所にある番号だけ")
    private boolean several;

    @Override
    public Integer call() throws IOException {
        if (!number.isEmpty() && !CareManagerNumber.hasForm(number)) {
            throw new CommandRefused("介護支援専門員番号は半角数字 8 桁です。 / A care manager's number has 8 digits.");
        }
        try (Operator operator = open()) {
            operator.record("CARE_MANAGERS_LISTED", null, Map.of());
            List<CareManager> found =
                    operator.careManagers().list(new CareManagers.Choice(number, several), 0, Integer.MAX_VALUE);
            found.forEach(one -> out().println(one.number().value() + "　" + one.displayName() + "　"
                    + one.institution().holder() + "/" + one.login() + "　" + one.institutionName()
                    + (one.active() ? "" : "　停止 / disabled")
                    + (one.offices() > 1 ? "　" + one.offices() + " 事業所 / offices" : "")));
            if (found.isEmpty()) {
                out().println("該当なし / none");
            }
            return found.isEmpty() ? 1 : 0;
        }
    }
}
