package kaigo.reference;

import kaigo.layout.FileGuide;
import kaigo.layout.LayoutGuide;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 項目の説明. */
@Controller
class InterfacePages {

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json;charset=UTF-8");

    @GetMapping("/interfaces")
    ModelAndView list() {
        return new ModelAndView("reference/interfaces", "it", LayoutGuide.all());
    }

    /** @param id {@code M01-2.02} */
    @GetMapping("/interfaces/{id}")
    ModelAndView one(@PathVariable String id) {
        return new ModelAndView("reference/interface", "it", guide(id));
    }

    @GetMapping("/interfaces/{id}.schema.json")
    ResponseEntity<String> schema(@PathVariable String id) {
        return ResponseEntity.ok().contentType(SCHEMA).body(guide(id).schema());
    }

    @GetMapping("/interfaces/errors")
    ModelAndView errors() {
        return new ModelAndView("reference/errors", "it", ErrorTable.whole());
    }

    @GetMapping("/interfaces/files")
    ModelAndView files() {
        return new ModelAndView("reference/files", "it", FileGuide.sections());
    }

    private static LayoutGuide guide(String id) {
        return LayoutGuide.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
