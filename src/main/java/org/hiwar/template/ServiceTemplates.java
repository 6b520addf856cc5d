package org.hiwar.template;

import java.util.List;
import org.hiwar.workspace.ServiceId;
import org.hiwar.workspace.ServiceUse;
import org.hiwar.workspace.ServiceUses;
import org.hiwar.workspace.WorkspaceId;
import org.springframework.stereotype.Component;

/// Templates that are for some services only.
@Component
class ServiceTemplates implements ServiceUses {
  private final TemplateStore templates;

  ServiceTemplates(TemplateStore templates) {
    this.templates = templates;
  }

  @Override
  public List<ServiceUse> of(WorkspaceId workspace, ServiceId service) {
    return templates.all(workspace).stream()
        .filter(one -> one.services() != null && one.services().contains(service))
        .map(one -> new ServiceUse(ServiceUse.Kind.TEMPLATE, one.name()))
        .toList();
  }
}
