package kaigo;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.modulith.Modulithic;

/** The server. {@code kaigo.cli} starts it; the room {@code demo} joins only with {@code ./kiban demo}. */
@Modulithic(systemName = "介護情報基盤", sharedModules = "shared")
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
public class KaigoApplication {}
