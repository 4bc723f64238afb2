package kaigo.operations.web;

import kaigo.operations.ChainVerifications;
import kaigo.screens.SeeOther;
import kaigo.shared.OperatorViewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** 監査記録の検証: asked for here, done in the background, told here. Shows no entry of the audit stream. */
@Controller
class ChainPages {

    private static final String PATH = "/operator/audit";
    private static final int SHOWN = 10;

    private final ChainVerifications verifications;

    ChainPages(ChainVerifications verifications) {
        this.verifications = verifications;
    }

    @GetMapping(PATH)
    ModelAndView show(OperatorViewer viewer) {
        return new ModelAndView("operations/audit", "it", new ChainView(verifications.list(SHOWN)));
    }

    @PostMapping(PATH)
    ModelAndView ask(OperatorViewer viewer) {
        verifications.ask(viewer);
        return SeeOther.at(PATH);
    }
}
