package kaigo.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import kaigo.demo.DemoAccounts;
import kaigo.demo.SimulatedBridge;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.JapaneseDates;
import org.springframework.context.ApplicationContext;

/** What somebody who has just started the demo needs to know. */
record DemoGreeting(ApplicationContext server, Path data, LocalDate asOf, int port) {

    void print(PrintStream out) {
        List<Insurer> insurers = server.getBean(Insurers.class).list();
        out.println();
        out.println("架空の国（" + JapaneseDates.both(asOf) + "）が動いています。すべて架空のデータです。");
        out.println("The fictitious country is running.");
        out.println();
        out.println("  画面 / pages   http://localhost:" + port + "/");
        out.println("  API            https://localhost:" + (port + 1) + "/v1/  （クライアント証明書: "
                + data.resolve("certificates") + "）");
        out.println("  データ / data  " + data);
        out.println();
        out.println("  サインイン     ユーザーID " + DemoAccounts.LOGIN + "   パスワード " + DemoAccounts.PASSWORD);
        insurers.forEach(insurer -> out.println(
                "    保険者番号 " + insurer.number().value() + "   " + insurer.name() + "（" + state(insurer) + "）"));
        out.println("  事業所の API   https://localhost:" + (port + 1) + "/api/v1/  （docs/reading-api.md）");
        out.println("  読取り機       " + reader());
        out.println();
        out.println("Ctrl+C で終了します。/ Ctrl+C ends it.");
    }

    /** The page asks it at this address; who has no bridge adds people by the four items. */
    private String reader() {
        SimulatedBridge bridge = server.getBean(SimulatedBridge.class);
        return bridge.isRunning()
                ? "http://localhost:" + port + "/demo/card-reader  （模擬のカードをかざす。docs/card-reader.md）"
                : "ポート " + bridge.port() + " をほかのプログラムが使っているため、動いていません（被保険者証の4項目は使えます）";
    }

    private String state(Insurer insurer) {
        LocalDate started = insurer.startedOn();
        if (started != null && !started.isAfter(asOf)) {
            return "利用開始 " + JapaneseDates.wareki(started);
        }
        if (insurer.loadFrom() != null) {
            return "初期セットアップ中";
        }
        return started == null ? "三者契約前" : "準備中";
    }
}
