"""One member over several processes: each takes every n-th window of a batch, and the gradients are those of the whole.

Started with RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT in the environment, as torchrun sets them. What makes n processes
do what one does with the whole batch:
 - People, negatives and what is hidden of an item follow from the seed, the step and an id (sampling.py), so all processes
   agree on them without a word. There are no in-batch negatives: each encodes its own windows' items and the few hundred
   negatives, which are the same everywhere, so no vector has to be gathered.
 - Losses are sums over a process's own targets, divided by how many the whole batch has. The decay of a known row that k
   processes meet is divided by k.
 - Gradients of the dense parts are averaged by DistributedDataParallel (the loss is multiplied by the number of processes
   first, so that the mean of gradients is the sum that one process would have).
 - Of the tables most rows are touched by nobody: only touched rows travel, unless all processes' together are more than
   the table (`exchange_rows`). All processes add them up in the same order, so that their copies stay equal.
Only dropout is drawn by each process on its own.
"""
import os
from dataclasses import dataclass

import torch
import torch.distributed as distributed
import torch.nn as nn
from torch.nn.parallel import DistributedDataParallel


@dataclass(frozen=True)
class Processes:
    rank: int = 0
    world: int = 1

    @property
    def first(self):
        """Whether this process writes the files."""
        return self.rank == 0

    def sum(self, tensor):
        """The sum over all processes, in place"""
        if self.world > 1:
            distributed.all_reduce(tensor)
        return tensor

    def any(self, value, device):
        """Whether it is true in any process"""
        return bool(self.sum(torch.tensor(float(value), device=device)) > 0)


ALONE = Processes()


def join(device):
    """Joins the processes that the environment names -> Processes, this process's device"""
    if device == "cuda":
        device = f"cuda:{os.environ.get('LOCAL_RANK', '0')}"
        torch.cuda.set_device(device)
    distributed.init_process_group("nccl" if device.startswith("cuda") else "gloo")
    return Processes(distributed.get_rank(), distributed.get_world_size()), device


def leave():
    if distributed.is_available() and distributed.is_initialized():
        distributed.destroy_process_group()


class Step(nn.Module):
    """`losses` as the forward pass of a module, which is what DistributedDataParallel takes."""

    def __init__(self, member, losses):
        super().__init__()
        self.member, self.losses = member, losses

    def forward(self, *batch):
        return self.losses(self.member, *batch)


def distribute(member, losses, tables, processes):
    """-> callable(*batch) -> losses and penalty of this process's share; `tables` are left to `exchange_rows`"""
    step = Step(member, losses)
    if processes.world == 1:
        return step
    left = [name for name, parameter in step.named_parameters() if any(parameter is table for table in tables)]
    DistributedDataParallel._set_params_and_buffers_to_ignore_for_model(step, left)
    return DistributedDataParallel(step, broadcast_buffers=False)


@torch.no_grad()
def exchange_rows(grad, processes):
    """The mean over all processes of a table's gradient [rows, W], in place"""
    if processes.world == 1:
        return
    touched = (grad != 0).any(1).nonzero()[:, 0]
    most = torch.tensor(len(touched), device=grad.device)
    distributed.all_reduce(most, op=distributed.ReduceOp.MAX)
    most = int(most)
    if most * processes.world >= len(grad):
        distributed.all_reduce(grad)
    else:  # padded with row 0 and nothing to add to it
        rows = torch.zeros(most, dtype=torch.long, device=grad.device)
        values = torch.zeros(most, grad.shape[1], device=grad.device)
        rows[:len(touched)], values[:len(touched)] = touched, grad[touched]
        all_rows = [torch.empty_like(rows) for _ in range(processes.world)]
        all_values = [torch.empty_like(values) for _ in range(processes.world)]
        distributed.all_gather(all_rows, rows)
        distributed.all_gather(all_values, values)
        grad.zero_()
        for others, value in zip(all_rows, all_values):
            grad.index_add_(0, others, value)
    grad.div_(processes.world)
