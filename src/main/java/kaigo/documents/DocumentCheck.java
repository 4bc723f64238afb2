package kaigo.documents;

import java.util.Optional;

/** 内容の検査: what the document is made of, then, where the installation names a scanner, whether it holds a virus. */
final class DocumentCheck {

    private final CheckWorker worker;
    private final Optional<VirusScanner> scanner;

    DocumentCheck(CheckWorker worker, Optional<VirusScanner> scanner) {
        this.worker = worker;
        this.scanner = scanner;
    }

    Verdict check(Content document) {
        Verdict verdict = worker.check(document);
        return verdict instanceof Verdict.Sound
                ? scanner.flatMap(one -> one.scan(document))
                        .<Verdict>map(Verdict.Refused::new)
                        .orElse(verdict)
                : verdict;
    }
}
